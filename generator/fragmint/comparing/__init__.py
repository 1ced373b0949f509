"""What changes for a caller of a generated package, and how much of a change it is.

1. `sides` gets the files of a package: from a folder, from a revision of git, or from a
   description, of which it is made.
2. `survey` reads off its Python what a caller sees: the `surface`.
3. `compare` puts two surfaces side by side: each difference is of a kind, and the table
   in `kinds` says what that means for a caller.
4. `formats` prints the changes, `changelog` keeps them.

The surface comes from the generated code and not from the description, as the code is
what a caller has: so it is one way for all, and templates and the version of fragmint
count as well.
"""
