# Signing in and out, and "My sessions".
sessions-wrong = The e-mail address and the password do not go together.
sessions-pending = Your registration is waiting for approval. An admin has to let you in first.
sessions-rejected = Your registration was not approved. Ask an admin if you think that is a mistake.
sessions-disabled = Your user has been disabled. Ask an admin if you think that is a mistake.
sessions-to-register = Register
sessions-forgotten = Forgotten your password? Ask an admin for a link to choose a new one.
sessions-about = Every browser in which you are signed in. End those you do not recognise, and then change your password.
sessions-column-browser = Browser
sessions-column-seen = Last seen
sessions-column-started = Signed in
sessions-column-address = Address
sessions-this-one = This one
sessions-browser = { $browser } on { $system }
sessions-browser-part = { $name }
sessions-browser-unknown = Unknown browser
sessions-end-named = Sign out { $browser }
sessions-end-others = Sign out the others
sessions-end-others-question = Sign out every browser but this one?
sessions-end-all = Sign out everywhere
sessions-ended = { $n ->
    [0] There was nothing to sign out
    [one] One browser was signed out
   *[other] { $n } browsers were signed out
}
sessions-text-kept = Your session ended while you were writing. What you wrote is kept for an hour: sign in here as the same person and it comes back.
