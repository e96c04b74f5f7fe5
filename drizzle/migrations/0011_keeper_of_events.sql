GRANT SELECT (last_seq) ON posts TO alwrity_keeper;
