-- What fields::fold::bare does, for the accounts that are there already.
UPDATE accounts SET bare_name_key = COALESCE(NULLIF(TRIM(REGEXP_REPLACE(CONCAT(' ', name_key, ' '),
    ' (ekonomisk förening|ideell förening|ek för|aktiebolag|aktiebolaget|ab|handelsbolag|hb|kommanditbolag|kb|publ|och|and|ltd|limited|inc|llc|gmbh|oy|oyj|asa|aps)(?= )', '')), ''), name_key);
