"""What can be done: one module a feature, each public method one thing a person does."""
