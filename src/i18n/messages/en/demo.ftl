# Texts of: demo
demo-filled = The demo data was filled in. You can remove it with one click when you have seen enough.
demo-filled-before = The demo data is there already.
demo-removed = The demo data was removed.
demo-removed-before = There is no demo data to remove.
