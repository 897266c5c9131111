-- How an organisation is reached goes to the vault (db/vault). Nothing was released with these columns, so nothing is moved.
alter table organisation drop column contact_email, drop column contact_phone;
