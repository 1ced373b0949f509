"""Every name, annotation and import decided: Api -> Plan. Knows Python's spelling."""
