"""The search engines: each takes the same terms and gives paragraphs by BM25."""
