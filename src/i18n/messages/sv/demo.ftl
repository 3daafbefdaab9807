# Texts of: demo
