"""How the parser's weights are made: from the encoder and the treebanks to the shipped files."""
