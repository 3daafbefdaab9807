# Texts of: accounts
