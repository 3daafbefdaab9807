# Texter: demo
demo-filled = Exempeldata har lagts in. Du kan ta bort den med ett klick när du har sett nog.
demo-filled-before = Exempeldata finns redan.
demo-removed = Exempeldata har tagits bort.
demo-removed-before = Det finns ingen exempeldata att ta bort.
