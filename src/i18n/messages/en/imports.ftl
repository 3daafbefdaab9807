# Texts of: imports
