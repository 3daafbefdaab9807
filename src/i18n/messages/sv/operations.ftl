# Texts of: operations
