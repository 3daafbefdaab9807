# Contacts: people.
contacts-title = Contacts
contacts-search = Search contacts
contacts-new = New contact
contacts-count = { $n ->
    [one] { $n } contact
   *[other] { $n } contacts
}
contacts-count-more = { $n }+ contacts

contacts-field-name = Name
contacts-field-first_name = First name
contacts-field-last_name = Last name
contacts-field-account = Account
contacts-field-title = Title
contacts-field-email = E-mail
contacts-field-phone = Phone
contacts-field-mobile = Mobile
contacts-field-city = City
contacts-field-country = Country
contacts-field-owner_id = Owner
contacts-field-external_id = External id
contacts-field-notes = Notes
contacts-field-other_facts = Other facts
contacts-field-tags = Tags
contacts-field-distinct_from = Not the same as
contacts-field-created_at = Created
contacts-field-updated_at = Last changed

contacts-hint-name = One of the names is enough
contacts-hint-external_id = What another system calls the person; imports find them again by this
contacts-name-required = Enter a first name or a last name.
contacts-unknown = There is no contact called { $name }. Check the spelling, or fill in a new person.
contacts-several = Several contacts match. Write one of these: { $names }
