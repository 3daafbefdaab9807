# Etiketter på poster.
tags-title = Etiketter
tags-add = Lägg till etikett
tags-remove = Ta bort etiketten { $tag }
