# Accounts: organisations.
accounts-title = Accounts
accounts-search = Search accounts
accounts-new = New account
accounts-children = Sub-accounts
accounts-count = { $n ->
    [one] { $n } account
   *[other] { $n } accounts
}
accounts-count-more = { $n }+ accounts

accounts-field-name = Name
accounts-field-kind = Kind
accounts-field-status = Status
accounts-field-organisation_number = Organisation number
accounts-field-email = E-mail
accounts-field-phone = Phone
accounts-field-website = Website
accounts-field-street = Address
accounts-field-postal_code = Postal code
accounts-field-city = City
accounts-field-country = Country
accounts-field-industry = Industry
accounts-field-employees = Employees
accounts-field-members = Members
accounts-field-owner_id = Owner
accounts-field-parent_id = Parent account
accounts-field-external_id = External id
accounts-field-description = Description
accounts-field-distinct_from = Not the same as
accounts-field-created_at = Created
accounts-field-updated_at = Last changed

accounts-kind-association = Association
accounts-kind-company = Company
accounts-kind-public-body = Public body
accounts-kind-other = Other
accounts-status-prospect = Prospect
accounts-status-active = Active
accounts-status-former = Former

accounts-hint-organisation_number = Ten digits, such as 802481-1237
accounts-hint-parent = The name or organisation number of the account that this one belongs to
accounts-hint-external_id = What another system calls it; imports find it again by this
accounts-unknown = There is no account called { $name }. Check the spelling, or create it first.
accounts-several = Several accounts have that name. Write one of these: { $names }
accounts-parent-loop = That account is below this one. Choose another parent.
accounts-number-taken = Another account has { $number }. Open that one instead, or correct the number.
