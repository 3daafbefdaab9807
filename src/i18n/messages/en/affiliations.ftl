# Texts of: affiliations
