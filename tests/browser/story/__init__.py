"""The company of the path test: its people, its windows, and the steps they take."""
