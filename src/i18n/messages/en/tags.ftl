# Tags on records.
tags-title = Tags
tags-add = Add a tag
tags-remove = Remove the tag { $tag }
tags-none-yet = There are no tags yet.
tags-mode = How several tags are taken
tags-mode-any = Any of these
tags-mode-all = All of these
tags-mode-none = None of these
tags-added = Added the tag { $tag }
tags-removed = Removed the tag { $tag }
