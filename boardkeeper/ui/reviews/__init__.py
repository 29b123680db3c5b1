"""The yearly question: stay or leave, board by board, and all of them side by side."""
