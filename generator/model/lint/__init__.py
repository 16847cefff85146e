"""What is not wrong and yet deserves a second look: balance, repetition, wording, terms, figures, contrast."""
