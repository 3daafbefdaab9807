# Att ångra, och det som är i vägen för det.
undo-done = Klart: { $what }
undo-done-but = { $n ->
    [one] Klart, utom en ändring som är i vägen: { $what }
   *[other] Klart, utom { $n } ändringar som är i vägen: { $what }
}
undo-begun = Det håller på att ångras. Sidan visar hur långt det har kommit.
undo-already = Det är redan ångrat: { $who }, { $when }
undo-too-old = Det här är för länge sedan för att ångras.
undo-running = Det här pågår fortfarande. Vänta tills det är klart och ångra sedan.
undo-nothing = Det finns inget att ångra: ingen post ändrades.
undo-not-yours = Bara verksamhetsansvariga kan ångra det som någon annan har gjort.
undo-by = Ångrat av { $who }
undo-redone-by = Gjort igen av { $who }
undo-restored-by = Återställt sedan av { $who }
undo-blocked-title = Något är i vägen
undo-blocked = ”{ $what }” kan inte ångras i sin helhet, eftersom det här har ändrats sedan dess. Inget har ångrats än.
undo-in-the-way = Det som är i vägen
undo-the-rest = Ångra resten
undo-choose = Välj fält för fält om det som står där nu ska stå kvar; allt annat ångras.
undo-as-chosen = Ångra enligt valen
undo-column-choice = Val
undo-keep-now = Behåll det som står nu
undo-put-back = Återställ:
undo-is-left = Förblir som det är
undo-leave-it = Lämna allt som det är
undo-left-title = Det som lämnades
undo-left = { $n ->
    [one] En ändring lämnades, eftersom något var i vägen:
   *[other] { $n } ändringar lämnades, eftersom något var i vägen:
}
undo-column-field = Fält
undo-column-made = Det blev
undo-column-now = Nu
undo-column-why = I vägen
undo-reason-changed = Ändrat igen
undo-reason-trashed = Den ligger i papperskorgen
undo-reason-restored = Den ligger inte längre i papperskorgen
undo-reason-gone = Den är borta för gott
undo-reason-hanging = Det här hör till den:
undo-reason-taken = Det här har det nu:
undo-reason-missing = Det här finns inte längre:
undo-reason-loop = Den skulle hamna över sig själv:
undo-reason-unknown = Den här versionen kan inte ta tillbaka det
undo-named = Ångra: { $what }
undo-redo-named = Gör om: { $what }
