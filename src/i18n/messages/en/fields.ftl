# Texts of: fields
