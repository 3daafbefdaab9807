# Etiketter på poster.
tags-title = Etiketter
tags-add = Lägg till etikett
tags-remove = Ta bort etiketten { $tag }
tags-none-yet = Det finns inga etiketter än.
tags-mode = Så räknas flera etiketter
tags-mode-any = Någon av dessa
tags-mode-all = Alla dessa
tags-mode-none = Ingen av dessa
tags-added = Etiketten { $tag } har lagts till
tags-removed = Etiketten { $tag } har tagits bort
