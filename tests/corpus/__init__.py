"""Every description of a folder, generated and judged: `python -m tests.corpus`.

    descriptions    which files of the folder are descriptions
    library         their values, and where their references lead
    counter         the operations and responses that a description has
    lane            a process that forks one child a task: what crashes, crashes alone
    generating      what a child does to make a package
    trial           one description: generated twice, counted, imported
    importing       what runs in a fresh interpreter to import a package
    checkers        mypy, pyright and black over many packages at once
    behaving        requests and responses of a package before judges
        dialect, values, patterns       values that a description allows
        calling, loopback               from values to bytes on the wire
        wire, judges                    from bytes to values, and what is to be said
        examples                        the description's own responses
    report          rows to tables, failures by cause

Nothing here uses fragmint's reading of a description: what is counted and what is
expected comes from the document itself.
"""
