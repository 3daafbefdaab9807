UPDATE contacts SET account_name = '';
