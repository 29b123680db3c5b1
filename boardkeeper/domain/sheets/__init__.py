"""What a printed document says, gathered and decided before anything is drawn."""
