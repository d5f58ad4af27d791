package io.mergewell.sandbox.rogerroger;

/** A request that is answered with an error. */
final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    private ApiException(int status, String detail) {
        super(detail);
        this.status = status;
    }

    static ApiException badRequest(String detail) {
        return new ApiException(400, detail);
    }

    static ApiException notFound() {
        return new ApiException(404, "Not Found");
    }

    static ApiException unsupported(String detail) {
        return new ApiException(415, detail);
    }

    /** A value that is not allowed. */
    static ApiException invalid(String field, String why) {
        return new ApiException(422, field + ": " + why);
    }

    int status() {
        return status;
    }

    /** The message, which every one of these has. */
    String detail() {
        return String.valueOf(getMessage());
    }
}
