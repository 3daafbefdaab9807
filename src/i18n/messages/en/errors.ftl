# Pages and notices for what went wrong.
errors-to-start = To the start page
errors-not-found-title = Page not found
errors-not-found = There is nothing at this address. It may have been moved or deleted.
errors-merged = This was merged into another record.
errors-gone-title = No longer there
errors-gone = This was deleted. Its history is kept under Changes.
errors-forbidden-title = Unauthorized
errors-forbidden = Your role does not allow this.
errors-needs-staff = This needs the role Staff. Ask an admin if you should have it.
errors-needs-manager = This needs the role Manager. Ask an admin if you should have it.
errors-needs-admin = This needs the role Admin. Ask an admin if you should have it.
errors-cross-site-title = Request refused
errors-cross-site = The request did not come from a page of ours, so nothing was done. Open the page again and retry.
errors-signed-out-title = Signed out
errors-signed-out = Sign in to go on.
errors-conflict-title = Changed meanwhile
errors-conflict = Somebody else changed this at the same time. Reload and try again.
errors-invalid-title = There is a problem
errors-invalid = Something in the form needs to be put right.
errors-bad-request-title = Not understood
errors-bad-request = The request could not be read. Go back and try again.
errors-broken-form = The form could not be read. Go back, reload the page and try again.
errors-method-title = Not possible here
errors-method = This address does not take that kind of request.
errors-too-large-title = Too large
errors-too-large = What was sent is larger than we take.
errors-too-slow-title = Too slow
errors-too-slow = What was sent did not arrive in time. Nothing was saved; check the connection and try again.
errors-too-many-title = Too many attempts
errors-too-many = There were too many attempts. Try again in { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
}.
errors-busy-title = Busy right now
errors-busy = The service is busy. Nothing was saved; try again in a moment.
errors-internal-title = Something went wrong
errors-internal = Something went wrong on our side. Nothing was saved. Try again, and tell an admin if it happens again.
errors-reference = Reference for whoever looks into it: { $id }
errors-broken-address = The address is not complete. Open the list again and go on from there.
errors-media-title = Media type not supported
errors-media = Send the body as { $takes }.
