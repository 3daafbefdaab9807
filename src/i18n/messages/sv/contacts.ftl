# Texts of: contacts
