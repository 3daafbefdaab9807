UPDATE accounts SET bare_name_key = '';
