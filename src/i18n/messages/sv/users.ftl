# Texts of: users
