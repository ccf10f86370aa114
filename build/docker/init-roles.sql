-- The same roles, passwords and database as ./dev creates (db_bootstrap). Run once, by the superuser, when the volume is empty.
CREATE ROLE owner LOGIN CREATEDB PASSWORD 'owner';
CREATE ROLE app LOGIN PASSWORD 'app';
CREATE ROLE spouse LOGIN PASSWORD 'spouse';
GRANT app, spouse TO owner;
CREATE DATABASE dites32 OWNER owner;
