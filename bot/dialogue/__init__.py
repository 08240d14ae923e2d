"""What is said before the articles are asked: courtesies, and questions that lean on earlier ones."""
