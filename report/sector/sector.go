// Package sector folds the reports of many agencies into the ministry's overview.
//
// Read finds the reports in the folders that batch has written, one for each
// agency and year, and hands them out one at a time; what grows with the number of
// agencies is the overview itself. The order of folders and files changes nothing.
// Reports that cannot be summed, because they were made by another requirement set or
// another version of the program, or because an agency has two for one year, are
// refused with a *Refusal and never merged silently.
package sector
