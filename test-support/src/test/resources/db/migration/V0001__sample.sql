CREATE TABLE sample (word text NOT NULL);
INSERT INTO sample VALUES ('migrated');
GRANT SELECT ON sample TO ${runtimeRole};
