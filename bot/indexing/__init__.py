"""An index of the articles: built, written to files, opened from them, brought up to date."""
