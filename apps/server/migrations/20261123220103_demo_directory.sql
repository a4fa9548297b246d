-- Whoever places the demonstration's calls asks once for all accounts.
GRANT SELECT (demo_traffic) ON accounts TO ccp_directory;
