# Tags on records.
tags-title = Tags
tags-add = Add a tag
tags-remove = Remove the tag { $tag }
tags-added = Added the tag { $tag }
tags-removed = Removed the tag { $tag }
