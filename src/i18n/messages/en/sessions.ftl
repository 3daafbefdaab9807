# Texts of: sessions
