# Etiketter på poster.
tags-title = Etiketter
tags-add = Lägg till etikett
tags-remove = Ta bort etiketten { $tag }
tags-added = Etiketten { $tag } har lagts till
tags-removed = Etiketten { $tag } har tagits bort
