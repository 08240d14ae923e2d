"""Ask an article a question and get the article's own words, with their place."""
