package org.stele.command.importing;

/** The API document's text about imports, with files that can be sent as they are. */
final class ImportDescription {

    static final String OPERATION = """
            Puts every row of a CSV file on record, or none: the whole file is checked first, and every error is named by its
            row (the header is row 1, as in a spreadsheet) and column. With `dryRun=true` it is only checked.

            The file is UTF-8, with commas, the header of its kind, at most 1 GiB and 1,000,000 rows. A cell that is blank
            is *not stated*, never zero. `received_from` and `received_to` bracket the day of receipt; both are required.

            There is no `Idempotency-Key`: the file is the key. The ids under which its rows are entered follow from its
            bytes, so that the same file enters each row once, however often it is sent and by whichever registrar, and an
            import that was cut off goes on where it was. A file that differs in one byte is another file.

            With `Accept: application/jsonl` the answer tells how far it has come: lines `{"checked":n}`, then
            `{"entered":n,"of":m}`, and last the result. As the status was sent before, the last line of a file with errors
            is the result that lists them, and that of an import which was stopped is `{"problem":{..}}`.
            """;

    static final String FILINGS = """
            iso3,state,obligation,received_from,received_to,baseline_count,baseline_basis,repatriated_count,remaining_count,\
            remaining_as_of,period_from,period_to,figures_derived,declared_nil,text_withheld,asserts_more_than_half,\
            explanation,summary,source_title,source_address,confidence
            NOR,Norway,REP-MID,2019-03-01,2019-03-20,24,PERMITS,20,4,2018-12-22,2017-12-22,2018-12-22,false,false,false,\
            false,,"Midterm report, received on paper.",Registry volume 12,,high
            SWE,Sweden,REP-FIN,2020-03-19,2020-03-19,,,,0,,,,false,true,false,false,,Nil.,,,medium
            """;

    static final String CLAIMS = """
            iso3,state,claim_kind,ground,count,effective_on,claimed_from,claimed_to,disputed_from,disputed_to,disputed_by,\
            summary,source_title,source_address,confidence
            NOR,Norway,EXEMPTION,REFUGEE_LAW,2,,2020-03-19,2020-03-19,,,,Two persons hold refugee status.,,,high
            SWE,Sweden,SCOPE,NOT_EARNING_INCOME,1,2020-03,2020-03-19,2020-03-19,2020-06-01,2020-06-30,PANEL,,,,medium
            """;

    static final String EVIDENCE = """
            iso3,state,as_of_from,as_of_to,received_from,received_to,kind,figure,contests,statement,source_address,confidence
            NOR,Norway,2019-09-01,2019-09-30,2019-10-02,2019-10-02,PRESS,3,true,Three persons were said to be at work.,,low
            """;

    static final String RESULT = """
            {"kind":"filings","dryRun":false,"rows":2,"entered":2,"alreadyEntered":0,"errorsCount":0,"errors":[],\
            "fileSha256":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}""";

    static final String INVALID = """
            {"type":"urn:stele:problem:import-invalid","title":"Unprocessable Content","status":422,\
            "detail":"Nothing was entered: the file has an error. Correct it and send it again.",\
            "instance":"/api/v1/imports/filings","code":"import-invalid","rows":2,"errorsCount":1,\
            "errors":[{"field":"row 3, column received_from","row":3,"column":"received_from",\
            "message":"No calendar has this day.","got":"2019-02-30"}],\
            "fileSha256":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}""";

    private ImportDescription() {}
}
