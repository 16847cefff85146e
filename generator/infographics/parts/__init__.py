"""What several kinds of infographic draw with: the sheet around a picture, cards, columns, marks, arrows."""
