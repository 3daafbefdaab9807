# Texts of: audit
