# Texts of: tags
