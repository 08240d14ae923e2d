"""What is known of English, of no article: word lists, stems, kinds of words, what words mean."""
